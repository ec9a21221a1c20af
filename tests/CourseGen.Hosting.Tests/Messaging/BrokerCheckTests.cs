using CourseGen.Contracts;
using CourseGen.Hosting.Testing;

namespace CourseGen.Hosting.Messaging;

/// <summary>What a service says of a broker that is not fit for it: one line, and no more.</summary>
public sealed class BrokerCheckTests : IAsyncLifetime
{
    const string Worker = "CourseGen.ContentGen";
    VirtualHost _broker = null!;

    public async Task InitializeAsync() => _broker = await VirtualHost.Create();

    public Task DisposeAsync() => _broker.DisposeAsync().AsTask();

    [Fact]
    public async Task Without_the_policy_it_names_the_command_that_makes_it() => await Refuses("planner --topology");

    [Fact]
    public async Task A_classic_queue_in_a_quorum_queues_place_is_named()
    {
        await _broker.Put($"api/queues/{{vhost}}/{QueueNames.Lessons}", new { durable = true });

        await Refuses($"{QueueNames.Lessons} (classic)");
    }

    [Fact]
    public async Task A_virtual_host_that_is_not_there_is_named() =>
        await Refuses("virtual host", settings => settings["ConnectionStrings:RabbitMq"] = new Uri(_broker.Address, "nobody-made-it").ToString());

    [Fact]
    public async Task A_wrong_password_is_not_repeated() =>
        (await Refuses("check user and password", settings => settings["ConnectionStrings:RabbitMq"] = $"amqp://guest:hunter2@{_broker.Address.Authority}{_broker.Address.AbsolutePath}"))
            .ShouldNotContain("hunter2");

    [Fact]
    public async Task A_wrong_setting_is_named_with_what_is_expected() => (await Refuses("Work:ConcurrentCommands is 0: expected 1 to 256", settings =>
    {
        settings["Work:ConcurrentCommands"] = "0";
        settings["Work:DrainTimout"] = "00:01:00";
    })).ShouldContain("did you mean Work:DrainTimeout?");

    async Task<string> Refuses(string words, Action<Dictionary<string, string?>>? change = null)
    {
        var settings = _broker.Settings(Path.GetTempPath());
        change?.Invoke(settings);
        var (code, errors, _) = await ServiceUnderTest.Run(Worker, settings);
        code.ShouldBe(78, errors);
        errors.ShouldStartWith("contentgen: ");
        errors.ShouldContain(words);
        errors.Split('\n').Length.ShouldBe(1, errors);
        return errors;
    }
}
