using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.BookBuilder.Books;

/// <summary>A file is no longer the one that the build inputs name.</summary>
sealed class ArtifactChangedException(string key) : WorkException(
    FailureKind.UpstreamMissing, $"{key} has changed since this book was begun.", "Build the book again to take the file as it is now.");
