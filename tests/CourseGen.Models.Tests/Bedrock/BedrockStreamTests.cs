using CourseGen.Contracts;

namespace CourseGen.Models.Bedrock;

/// <summary>Streams that go wrong after HTTP has said 200.</summary>
public sealed class BedrockStreamTests : IAsyncLifetime
{
    LoopbackBedrock _bedrock = null!;

    public async Task InitializeAsync() => _bedrock = await LoopbackBedrock.Start();

    public Task DisposeAsync() => _bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData("serviceUnavailableException")]
    [InlineData("throttlingException")]
    [InlineData("modelStreamErrorException")]
    [InlineData("internalServerException")]
    public async Task A_fault_within_the_stream_is_transient_and_never_taken_for_a_refused_admission(string type)
    {
        _bedrock.AnswerStream(Frames.Delta("High"), Frames.Exception(type, "Bedrock is unable to process your request."));
        (await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask())).Message.ShouldContain(type);
    }

    [Fact]
    public async Task An_error_that_no_model_knows_is_transient()
    {
        _bedrock.AnswerStream(Frames.Message("", (":message-type", "error"), (":error-code", "InternalError"), (":error-message", "oops")));
        await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask());
    }

    [Fact]
    public async Task A_stream_that_says_too_late_that_the_input_is_too_long_is_bad_content()
    {
        _bedrock.AnswerStream(Frames.Exception("validationException", "Input is too long for requested model."));
        (await Should.ThrowAsync<WorkException>(() => _bedrock.Ask())).Kind.ShouldBe(FailureKind.BadContent);
    }

    [Fact]
    public async Task A_stream_without_its_end_is_cut_off()
    {
        _bedrock.AnswerStream(Frames.Delta("High"), Frames.Delta("water"));
        (await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask())).Message.ShouldContain("cut off");
    }

    [Fact]
    public async Task A_connection_that_breaks_within_a_message_is_cut_off()
    {
        _bedrock.Answer = async context =>
        {
            await context.Response.Body.WriteAsync(Frames.Delta("High").AsMemory(0, 20));
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask());
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_given_up()
    {
        _bedrock.Options = new() { IdleTimeout = TimeSpan.FromMilliseconds(200) };
        _bedrock.Answer = async context =>
        {
            await context.Response.Body.WriteAsync(Frames.Delta("High"));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        };
        await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    /// <summary>Offsets within a message: its total length, its prelude's checksum, a header, the payload, its own checksum.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(14)]
    [InlineData(-20)]
    [InlineData(-1)]
    public async Task A_flipped_bit_is_noticed(int offset)
    {
        var damaged = Frames.Delta("High");
        damaged[offset < 0 ? damaged.Length + offset : offset] ^= 4;
        _bedrock.AnswerStream([damaged, .. Frames.Whole("High ", "water")]);
        await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask());
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 1, 2, 3, 4 })]
    [InlineData(new byte[] { 0, 0, 0, 16, 0xFF, 0xFF, 0xFF, 0xF0, 1, 2, 3, 4 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4 })]
    public async Task An_impossible_length_takes_no_memory(byte[] prelude)
    {
        _bedrock.AnswerStream(prelude);
        await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask());
    }

    [Fact]
    public async Task An_unreadable_piece_is_transient()
    {
        _bedrock.AnswerStream(Frames.Event("contentBlockDelta", "{"));
        await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask());
    }
}
