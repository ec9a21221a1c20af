using CourseGen.Contracts.Testing;

namespace CourseGen.Contracts.Messages;

public sealed class MessageRoundTripTests
{
    public static TheoryData<Type> Records() =>
    [
        .. typeof(ICourseMessage).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "CourseGen.Contracts", IsClass: true, IsAbstract: false }),
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_arrives_as_it_was_published(Type record)
    {
        var published = Filled.Of(record);

        var arrived = Wire.RoundTrip(published);

        arrived.ShouldBeEquivalentTo(published);
    }
}
