using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Decks;

/// <summary>Books as the original left them.</summary>
static class BookJson
{
    /// <param name="modules">Lessons of each.</param>
    public static string Nested(params int[] modules) => JsonSerializer.Serialize(new
    {
        metadata = new { title = "Mareas", author = "A. Author", total_modules = modules.Length, project_folder = "tides" },
        modules = modules.Select((count, module) => new
        {
            module_number = module + 1,
            module_title = $"Capítulo {module + 1}",
            lessons = Enumerable.Range(1, count).Select(lesson => Lesson(module + 1, lesson)),
        }),
        special_sections = Array.Empty<object>(),
    });

    public static string Flat(params int[] modules) => JsonSerializer.Serialize(new
    {
        metadata = new { title = "Mareas" },
        lessons = modules.SelectMany((count, module) => Enumerable.Range(1, count).Select(lesson => Lesson(module + 1, lesson))),
    });

    static object Lesson(int module, int lesson) => new
    {
        title = $"Lección {lesson}: Lección {module}.{lesson}: Tema {module}.{lesson}",
        filename = $"module-{module}-lesson-{lesson}-tema.md",
        content = $"## Introducción\n\nEl mar sube y baja, y la carta no.\n\n![{module:00}-{lesson:00}-0001](https://host/tides/images/{module:00}-{lesson:00}-0001.png)\n\n## Resumen\n\n- Lo que se guarda.\n",
        word_count = 20,
        module_number = module,
        lesson_number = lesson,
    };

    /// <summary>As another program puts it: without our metadata.</summary>
    public static Task Put(IArtifactStore store, CourseLocation location, string key, string json) =>
        store.PutBytes(location, key, System.Text.Encoding.UTF8.GetBytes(json), PutCondition.Always, CancellationToken.None);
}
