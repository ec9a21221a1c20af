using CourseGen.Contracts;

namespace CourseGen.Planner.Quota;

/// <summary>Grants a step's requests, in their order, from the quotas opened for it; a model without a book is unlimited.</summary>
sealed class Admission(IReadOnlyDictionary<ModelRef, QuotaBook> books, TimeSpan patience)
{
    readonly HashSet<WorkKind> _heldUp = [];
    readonly Dictionary<ModelRef, ReservationRequest> _unmet = [];

    /// <returns>How many of each request's items are granted.</returns>
    public IReadOnlyList<int> Grant(IReadOnlyList<ReservationRequest> requests, int limit)
    {
        var granted = new List<int>();
        foreach (var request in requests)
        {
            var items = limit <= 0 || _heldUp.Contains(request.Kind) ? 0 : Grant(request);
            if (items < request.Items.Count)
                _heldUp.Add(request.Kind);
            if (items > 0)
                limit--;
            granted.Add(items);
        }
        foreach (var asked in requests.Where(IsLimited).DistinctBy(request => (request.CourseId, request.Model)))
            books[asked.Model!].Queue.Asked(asked.CourseId, _unmet.GetValueOrDefault(asked.Model!));
        return granted;
    }

    bool IsLimited(ReservationRequest request) => request is { Call: not null, Model: { } model, Grant.Calls: > 0 } && books.ContainsKey(model);

    int Grant(ReservationRequest request)
    {
        if (!IsLimited(request))
            return request.Items.Count;
        var book = books[request.Model!];
        if (_unmet.ContainsKey(request.Model!))
            return 0;
        var most = request.Call!.Pictures > 0 ? Math.Min(request.Items.Count, book.Limits.PicturesPerCommand) : request.Items.Count;
        var items = 0;
        while (items < most && IsTurn(book, request) && book.TryGrant(request.CourseId, request.Call, request.Grant.Calls, isFirst: items == 0))
        {
            book.Queue.Serve(request, request.Grant.Calls * Flight.Of(request.Call, book.Limits.Burndown, 1).Charge);
            items++;
        }
        if (items < most)
            _unmet[request.Model!] = request;
        return items;
    }

    bool IsTurn(QuotaBook book, ReservationRequest request)
    {
        while (book.Queue.Before(request) is { } first)
            if (!book.Fits(first.Course, first.Wait!.Call) || !book.Queue.Passes(first, patience))
                return false;
        return true;
    }
}
