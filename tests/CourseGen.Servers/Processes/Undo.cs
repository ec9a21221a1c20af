namespace CourseGen.Servers.Processes;

static class Undo
{
    /// <summary>A server that does not come up is ended before the failure is passed on.</summary>
    public static async Task OnFailure(IAsyncDisposable server, Func<Task> start)
    {
        try
        {
            await start();
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
