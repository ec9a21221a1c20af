using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Images;

/// <summary>Pictures kept beside a sample outline: <c>images/{id}.png</c>.</summary>
/// <param name="folder">The sample's folder <c>recorded</c>.</param>
public sealed class RecordedPictureModel(string folder) : IPictureModel
{
    public const string Provider = "recorded";

    /// <exception cref="RecordedAnswerMissingException">There is no such file.</exception>
    public async Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        var file = Path.Combine(folder, "images", $"{VisualId.Checked(request.Visual.Id)}.png");
        try
        {
            return new Picture(await File.ReadAllBytesAsync(file, token), "image/png");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordedAnswerMissingException(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new WorkException(FailureKind.Configuration, $"The recorded picture {file} cannot be read.", "Look at its permissions and the disk.", unreadable);
        }
    }
}
