using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>A provider's key, from the settings or the variable that everybody uses for it.</summary>
public static class ApiKey
{
    /// <param name="set">As it was set; a file's last line end does not count.</param>
    /// <param name="keySetting">Where, for people.</param>
    /// <exception cref="WorkException">There is none, or it has characters that no key has.</exception>
    public static string Checked(string? set, string provider, string keySetting)
    {
        var key = set?.Trim();
        if (string.IsNullOrEmpty(key))
            throw new WorkException(FailureKind.Configuration, $"There is no API key for {provider}.", $"Set {keySetting}.");
        return key.All(letter => letter is > ' ' and <= '~')
            ? key
            : throw new WorkException(FailureKind.Configuration, $"The API key for {provider} has characters that no key has.", $"Correct {keySetting}.");
    }
}
