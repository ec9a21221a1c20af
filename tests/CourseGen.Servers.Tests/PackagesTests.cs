using System.Runtime.Versioning;

namespace CourseGen.Servers;

[SupportedOSPlatform("linux")]
public sealed class PackagesTests
{
    static readonly Packages Broker = new("RabbitMQ", ["rabbitmq-server"], () => [], TestServers.RabbitMqVariable) { SearchPath = "/nowhere" };

    [Fact]
    public async Task Who_may_not_install_is_told_what_is_missing_and_the_ways_out()
    {
        var refused = await Should.ThrowAsync<ServerUnavailableException>(() => (Broker with { MayInstall = false }).Require(["rabbitmq-server", "epmd"], default));

        refused.Message.ShouldBe(
            "RabbitMQ is not there: rabbitmq-server, epmd is not installed, and only root may install it. " +
            "Install Debian's rabbitmq-server (as root: apt-get install rabbitmq-server), " +
            "or set COURSEGEN_RABBITMQ to a server that runs, for example one of: docker compose -f deploy/compose.yaml up -d");
    }

    [Fact]
    public async Task A_system_without_apt_is_told_so()
    {
        var refused = await Should.ThrowAsync<ServerUnavailableException>(() => (Broker with { MayInstall = true }).Require(["epmd"], default));

        refused.Message.ShouldContain("this system has no apt-get");
    }

    [Fact]
    public async Task Missing_programs_are_installed_with_apt_get_and_then_found()
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-packages-");
        try
        {
            var apt = Path.Combine(folder.FullName, "apt-get");
            await File.WriteAllTextAsync(apt,
                $"#!/bin/sh\necho \"$DEBIAN_FRONTEND $*\" >> {folder.FullName}/calls\ncase \"$*\" in *install*) : > {folder.FullName}/epmd;; esac\n");
            File.SetUnixFileMode(apt, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

            var found = await (Broker with { MayInstall = true, SearchPath = folder.FullName }).Require(["epmd"], default);

            found.ShouldBe([Path.Combine(folder.FullName, "epmd")]);
            (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "calls"))).ShouldBe(
            [
                "noninteractive -o DPkg::Lock::Timeout=300 update -q",
                "noninteractive -o DPkg::Lock::Timeout=300 install -qy --no-install-recommends rabbitmq-server",
            ]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
