namespace CourseGen.Hosting;

/// <summary>The broker cannot be reached, or does not take what is sent, until a person changes something.</summary>
/// <param name="what">The thing and the place, without a password.</param>
public sealed class BrokerUnusableException(string what, string remedy, Exception? inner = null) : Exception(what, inner)
{
    public string Remedy { get; } = remedy;
}
