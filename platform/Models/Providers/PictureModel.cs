using CourseGen.Contracts.Documents;

namespace CourseGen.Models;

/// <summary>What an image model draws.</summary>
public sealed record PictureRequest(Visual Visual, string Language);

/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c>, …</param>
public sealed record Picture(byte[] Bytes, string MediaType);

/// <summary>
/// A provider of pictures. Our own interface of one method, because <c>IImageGenerator</c> of Microsoft.Extensions.AI is still
/// marked experimental.
/// </summary>
public interface IPictureModel
{
    /// <exception cref="WorkException">Refused, or unavailable.</exception>
    Task<Picture> Draw(PictureRequest request, CancellationToken token);
}
