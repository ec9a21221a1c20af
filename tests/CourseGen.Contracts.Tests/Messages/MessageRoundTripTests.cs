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

    [Fact]
    public void A_grant_and_a_return_of_before_input_was_counted_still_arrive()
    {
        Wire.Read<Grant>("""{"calls":1,"maxTokens":8000}""").ShouldBe(new Grant(1, 8000));
        Wire.Read<WorkReturned>("""{"courseId":"11111111-2222-5333-8444-555555555555","kind":1,"reason":"Its time was up."}""").CountedInput.ShouldBeNull();
    }
}
