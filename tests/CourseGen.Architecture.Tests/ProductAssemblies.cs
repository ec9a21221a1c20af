using System.Reflection;

namespace CourseGen.Architecture;

/// <summary>The product's assemblies, as they lie beside these tests.</summary>
static class ProductAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => name.StartsWith("coursegen", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".Tests", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Assembly.Load)];
}
