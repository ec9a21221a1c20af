using System.Diagnostics.CodeAnalysis;
using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Planner.Quota;

/// <summary>What both ledgers share: the limits of the models, and what follows from their books.</summary>
sealed class QuotaBooks(ModelProfiles profiles, QuotaOptions options)
{
    /// <returns>Null when nothing limits the model.</returns>
    public QuotaLimits? LimitsOf(ModelRef? model)
    {
        if (model is null || options.Mode == QuotaMode.Prefetch)
            return null;
        var limits = new QuotaLimits(model, profiles.Of(model));
        return limits.IsLimited ? limits : null;
    }

    /// <summary>The models that the requests take quota of.</summary>
    public IReadOnlyList<QuotaLimits> LimitsOf(IEnumerable<ReservationRequest> requests) =>
        [.. requests.Where(request => request is { Call: not null, Grant.Calls: > 0 }).Select(request => request.Model).Distinct().Select(LimitsOf).OfType<QuotaLimits>()];

    public QuotaBook Open(
        QuotaLimits limits, QuotaBelief belief, IReadOnlyList<InFlight> inFlight, IEnumerable<QuotaEntry> entries, DateTimeOffset now) =>
        new(limits, belief, inFlight, entries, now, options.CleanMinute);

    public IReadOnlyList<int> Grant(IReadOnlyList<ReservationRequest> requests, int limit, IEnumerable<QuotaBook> books) =>
        new Admission(books.ToDictionary(book => book.Limits.Model), options.TurnPatience).Grant(requests, limit);

    public static QuotaFit? NextFit(IEnumerable<QuotaBook> books) => books
        .Select(book => book.Queue.First is { } first ? new QuotaFit(first.Course, book.FitsAt(first.Course, first.Wait!.Call), first.At) : null)
        .OfType<QuotaFit>().MinBy(fit => fit.At);

    public bool CanEverFit(ReservationRequest request, [NotNullWhen(false)] out WorkFailure? failure)
    {
        failure = request.Call is { } call && LimitsOf(request.Model) is { } limits ? Shortage(request, call, limits) : null;
        return failure is null;
    }

    static WorkFailure? Shortage(ReservationRequest request, CallEstimate call, QuotaLimits limits)
    {
        var needed = Flight.Of(call, limits.Burndown, 1).Reserved * Math.Max(1, request.Grant.Calls);
        var (text, least) = ($"A call for {request.Kind}", Math.Min(limits.Tokens.Capacity, limits.DayTokens.Capacity));
        if (needed > least)
            return new WorkFailure(FailureKind.Configuration,
                FormattableString.Invariant($"{text} needs {needed:N0} tokens at once of {limits.Model.Model} (its input, and max_tokens {call.MaxTokens:N0}), and its quota holds {least:N0}."),
                $"Give the profile of {limits.Model.Model} what the account has (Models__Profiles__n__Quota__TokensPerMinute, __Burst, __TokensPerDay, __Share), ask the provider for more, or lower MaxTokens of {request.Kind}.");
        if (limits.Requests.Capacity <= 0 || (call.Pictures > 0 && limits.Pictures.Capacity <= 0))
            return new WorkFailure(FailureKind.Configuration, $"{text} needs a request to {limits.Model.Model}, and its quota has none a minute.",
                $"Give the profile of {limits.Model.Model} what the account has (Models__Profiles__n__Quota__RequestsPerMinute, __PicturesPerMinute, __Share).");
        return null;
    }

    public static QuotaState StateOf(QuotaBook book)
    {
        var (limits, belief) = (book.Limits, book.Belief);
        return new QuotaState(
            limits.Model, limits.Tokens.IsLimited ? 60 * book.Refill : null, limits.Tokens.Capacity, book.Level, book.Reserved, book.CallsInFlight, belief.Used,
            Left(limits.Requests, belief.RequestsSpent), Left(limits.DayTokens, belief.DaySpent), belief.Shrink,
            [.. belief.Courses.Where(share => share.Wait is not null).Select(share => share.Course)]);
    }

    static double? Left(Rate rate, double spent) => rate.IsLimited ? rate.Capacity - spent : null;
}
