using System.Collections.Concurrent;
using CourseGen.Models;

namespace CourseGen.Images.Tests;

/// <summary>Gives the queued answers in turn, then simulated pictures.</summary>
sealed class ScriptedPictureModel : IPictureModel
{
    readonly SimulatedPictureModel _simulated = new();
    readonly ConcurrentQueue<PictureRequest> _requests = [];

    public ConcurrentQueue<Func<Picture>> Answers { get; } = [];

    public IReadOnlyList<PictureRequest> Requests => [.. _requests];

    public Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        _requests.Enqueue(request);
        return Answers.TryDequeue(out var answer) ? Task.Run(answer, token) : _simulated.Draw(request, token);
    }
}
