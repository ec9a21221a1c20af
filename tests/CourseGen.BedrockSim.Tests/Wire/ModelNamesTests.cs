namespace CourseGen.BedrockSim.Wire;

public sealed class ModelNamesTests
{
    [Theory]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("global.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    public void All_names_of_a_model_share_its_quota(string model) =>
        ModelNames.QuotaOf(model, ["anthropic.claude", "anthropic.claude-sonnet-4-5", "amazon.nova"]).ShouldBe("anthropic.claude-sonnet-4-5");

    [Fact]
    public void Without_a_quota_a_model_goes_by_its_id() => ModelNames.QuotaOf("eu.amazon.nova-canvas-v1:0", ["anthropic.claude"]).ShouldBe("amazon.nova-canvas-v1:0");
}
