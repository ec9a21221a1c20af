using CourseGen.Contracts;
using CourseGen.Planner.Intake;

namespace CourseGen.Cli.Servers;

/// <summary>The course that a person names, by its folder or by its id, and which events are about it.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="Bucket">Null when it is not known: then only events that name the folder tell whose they are.</param>
sealed record WatchedCourse(string Name, string? Bucket)
{
    /// <summary>A project folder may look like an id; both are watched then.</summary>
    Guid? GivenId => Guid.TryParseExact(Name, "D", out var id) ? id : null;

    /// <summary>Where it is; null when only its id is known.</summary>
    public CourseLocation? Location => Bucket is null || GivenId is not null || !ProjectFolder.IsValid(Name) ? null : new CourseLocation(Bucket, Name);

    public Guid? Id => Location is { } location ? CourseId.Of(location) : GivenId;

    /// <summary>The options that name it again, for the command to type next.</summary>
    public string Arguments => Bucket is null || GivenId is not null ? Name : $"{Name} --bucket {Bucket}";

    /// <exception cref="CommandException">It is neither folder nor id, or a folder whose bucket nobody says (2).</exception>
    public static WatchedCourse Named(string name, string? bucket)
    {
        var course = new WatchedCourse(name.TrimEnd('/'), bucket);
        if (course.Id is not null)
            return course;
        throw new CommandException(ExitCodes.Usage, ProjectFolder.IsValid(course.Name)
            ? $"{name}: the bucket of this course is not known; give --bucket NAME, set Store__Buckets__0, or name the course by its id."
            : $"'{name}' is neither a project folder ({ProjectFolder.Rule}) nor a course's id.");
    }

    public bool Concerns(ICourseMessage message) => message.CourseId == Id || message.CourseId == GivenId || Bucket is null && LocationOf(message)?.Folder == Name;

    public static CourseLocation? LocationOf(ICourseMessage message) => message switch
    {
        CourseStarted started => started.Location,
        CourseCompleted done => done.Location,
        CourseCompletedWithGaps done => done.Location,
        CourseFailed failed => failed.Location,
        CourseRejected rejected => rejected.Location,
        CoursePaused paused => paused.Location,
        CourseCancelled cancelled => cancelled.Location,
        _ => null,
    };
}
