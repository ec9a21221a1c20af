using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Ppt.Packages;

/// <summary>A file is no deck that can be merged. The message names it and says why; nothing was written.</summary>
public sealed class DeckRefusedException(string name, string why, string remedy, Exception? inner = null)
    : WorkException(FailureKind.BadContent, $"{name} {why}.", remedy, inner);
