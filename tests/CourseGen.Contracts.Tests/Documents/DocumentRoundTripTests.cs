using System.Reflection;
using CourseGen.Contracts.Testing;

namespace CourseGen.Contracts.Documents;

public sealed class DocumentRoundTripTests
{
    static readonly Type[] All =
    [
        typeof(Book), typeof(BuildInputs), typeof(CourseManifest), typeof(CoursePlan), typeof(DeckStructure), typeof(LabMasterPlan), typeof(Outline),
        typeof(QualityReport), typeof(SlidePlan), typeof(Visual),
    ];

    public static TheoryData<Type> Documents() => [.. All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_read_as_it_was_written(Type document)
    {
        var written = Filled.Of(document);

        var read = RoundTrip(written);

        read.ShouldBeEquivalentTo(written);
    }

    [Fact]
    public void Every_record_of_the_documents_is_part_of_one_that_is_tested()
    {
        var tested = All.SelectMany(Reach).ToHashSet();

        var records = typeof(Outline).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(Outline).Namespace && !type.IsAbstract);

        records.Where(type => !tested.Contains(type)).ShouldBeEmpty();
    }

    static object RoundTrip(object document) =>
        typeof(DocumentRoundTripTests).GetMethod(nameof(RoundTripOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(document.GetType()).Invoke(null, [document])!;

    static object RoundTripOf<T>(T document) where T : class => DocumentJson.Read<T>(DocumentJson.Write(document));

    static IEnumerable<Type> Reach(Type type)
    {
        if (type.IsGenericType)
            return type.GetGenericArguments().SelectMany(Reach);
        return type.Assembly == typeof(Outline).Assembly
            ? type.GetProperties().SelectMany(property => Reach(property.PropertyType)).Prepend(type)
            : [];
    }
}
