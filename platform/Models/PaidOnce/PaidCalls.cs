using CourseGen.Contracts;
using CourseGen.Storage;
using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>What the model calls of every item share.</summary>
sealed record CallRules(
    IArtifactStore Store, ModelCatalog Models, InputCounts Counts, CallGate Gate, Claims Claims, ModelCallLog Log, PaidOnceOptions Options, TimeProvider Time);

/// <summary>The artifact was made by another process while this one waited for its claim.</summary>
sealed class MadeElsewhereException : Exception;

/// <summary>The calls of one item while it is made here. Holds the item's claim from the first call that is paid until it is disposed.</summary>
/// <param name="isMade">Whether the artifact is there.</param>
/// <param name="deadline">The item's time is up.</param>
sealed class PaidCalls(
    UnitContext unit, string key, string fingerprint, CallRules rules, Func<CancellationToken, Task<bool>> isMade, CancellationToken deadline)
    : ModelCalls, IAsyncDisposable
{
    readonly Answers _answers = new(rules.Store);
    readonly List<CallUsage> _used = [];
    /// <summary>Numbers of the kept answers whose usage is among the item's calls.</summary>
    readonly HashSet<int> _counted = [];
    HeldClaim? _claim;
    int _asked;
    int _paid;

    /// <summary>Of every answer that the artifact comes from, also those paid for before.</summary>
    public IReadOnlyList<CallUsage> Used => _used;

    ModelRef Model => unit.Order.Model ?? throw new InvalidOperationException($"The command for {unit.Name} pins no model.");

    /// <summary>The answers are given again from the first.</summary>
    public void StartOver()
    {
        _asked = 0;
        _used.Clear();
    }

    public override async Task<Answer> Ask(IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        var number = ++_asked;
        var answer = await Kept(number, token) ?? await Claim(number, token) ?? await Pay(number, messages, token);
        Recall(number, answer);
        _used.Add(answer.Usage);
        return answer.Read(unit.Name);
    }

    /// <summary>Of pictures only refusals are kept as answers, so that each request is refused once.</summary>
    public override async Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        var number = ++_asked;
        if ((await Kept(number, token) ?? await Claim(number, token)) is { } refusal)
        {
            if (refusal.Reservation == unit.Order.ReservationId && _counted.Add(number))
                _paid++;
            throw new ModelRefusedException(unit.Name);
        }
        try
        {
            var (picture, took) = await Call(number, cancel => rules.Models.Pictures(Model).Draw(request, cancel), token);
            var usage = new CallUsage(Model, 0, 0, 0, 0, Pictures: 1) { Took = took };
            unit.Calls.Enqueue(usage);
            _used.Add(usage);
            return picture;
        }
        catch (ModelRefusedException)
        {
            var kept = new KeptAnswer("", KeptAnswer.Refused, new CallUsage(Model, 0, 0, 0, 0, Pictures: 0)) { Reservation = unit.Order.ReservationId };
            await _answers.Keep(unit.Location, fingerprint, number, unit.Name, kept);
            _counted.Add(number);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _claim, null) is { } claim)
            await claim.DisposeAsync();
    }

    /// <summary>An earlier delivery of this command paid for it, and may not have said so. It used up that much of the grant.</summary>
    void Recall(int number, KeptAnswer answer)
    {
        if (answer.Reservation != unit.Order.ReservationId || !_counted.Add(number))
            return;
        unit.Calls.Enqueue(answer.Usage);
        _paid++;
    }

    Task<KeptAnswer?> Kept(int number, CancellationToken token) => _answers.Find(unit.Location, fingerprint, number, unit.Name, token);

    /// <summary>Returns when this process may pay, or with the answer that another has paid for meanwhile.</summary>
    async Task<KeptAnswer?> Claim(int? number, CancellationToken token)
    {
        var granted = unit.Order.Grant.Calls;
        if (granted == 0)
            throw new NotStoredException(key);
        if (_paid >= granted)
            throw new GrantUsedUpException(unit.Name, granted);
        while (_claim is null or { Lost: true })
        {
            await DisposeAsync();
            _claim = await rules.Claims.TryTake(unit.Location, fingerprint, token);
            // Looked for once more under the claim: the one before may have ended a moment ago, its work done.
            if (await isMade(token))
                throw new MadeElsewhereException();
            if (number is { } asked && await Kept(asked, token) is { } kept)
                return kept;
            if (_claim is null)
                await Task.Delay(rules.Options.ClaimPoll, rules.Time, token);
        }
        return unit.MayCall ? null : throw new UnfinishedException(unit.Name, "its command came again, too late for calls that were not begun");
    }

    /// <summary>Outside the gate: nothing is written, and what turns out too large must not wait for a turn first.</summary>
    async Task CheckInput(IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        if (unit.Order.Grant is { CountInput: true, InputTokens: { } granted } &&
            await rules.Counts.Of(Model, messages, token) is { } counted && counted > granted)
            throw new InputExceedsGrantException(unit.Name, counted, granted);
    }

    async Task<KeptAnswer> Pay(int number, IReadOnlyList<ChatMessage> messages, CancellationToken token)
    {
        await CheckInput(messages, token);
        var options = new ChatOptions { MaxOutputTokens = unit.Order.Grant.MaxTokens, ModelId = Model.Model };
        var (response, took) = await Call(number, cancel => rules.Models.Text(Model).GetResponseAsync(messages, options, cancel), token);
        var usage = TokenUsage.Of(Model, messages, response);
        unit.Calls.Enqueue(usage with { Took = took });
        // Kept without the time it took: equal answers are equal bytes.
        var answer = new KeptAnswer(response.Text, StopReasonOf(response), usage) { Reservation = unit.Order.ReservationId };
        var kept = await _answers.Keep(unit.Location, fingerprint, number, unit.Name, answer);
        // Another's, if that was kept first, was paid for besides this one.
        if (ReferenceEquals(kept, answer))
            _counted.Add(number);
        return kept;
    }

    Task<(T Result, TimeSpan Took)> Call<T>(int number, Func<CancellationToken, Task<T>> call, CancellationToken token)
    {
        _paid++;
        var seed = BitConverter.ToInt32(Convert.FromHexString(Fingerprint.Basis(fingerprint, _paid.ToString())));
        return ThrottleRetry.Run(
            retry => rules.Gate.Pass(cancel => rules.Log.Account(unit, fingerprint, number, Model, () => Guarded(call, cancel)), retry), unit.Throttled, rules.Options, rules.Time, seed, token);
    }

    async Task<(T Result, TimeSpan Took)> Guarded<T>(Func<CancellationToken, Task<T>> call, CancellationToken token)
    {
        var start = rules.Time.GetTimestamp();
        try
        {
            return (await call(token), rules.Time.GetElapsedTime(start));
        }
        catch (OperationCanceledException cut) when (deadline.IsCancellationRequested || !token.IsCancellationRequested)
        {
            throw new ModelUnavailableException($"{Model.Model} had not answered for {unit.Name} when the time was up.", cut);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TimeoutException)
        {
            throw new ModelUnavailableException($"The call of {Model.Model} for {unit.Name} was cut off.", broken);
        }
    }

    static string StopReasonOf(ChatResponse response) => response.FinishReason switch
    {
        null => "end_turn",
        { } reason when reason == ChatFinishReason.Stop => "end_turn",
        { } reason when reason == ChatFinishReason.Length => "max_tokens",
        { } reason when reason == ChatFinishReason.ContentFilter => KeptAnswer.Refused,
        { } reason => reason.Value,
    };
}
