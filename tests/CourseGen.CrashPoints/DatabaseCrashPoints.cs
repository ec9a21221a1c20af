using System.Data.Common;

namespace CourseGen.CrashPoints;

/// <summary>Before and after a transaction commits, and before and after the rows of what is delivered are dropped, as Entity Framework tells it.</summary>
sealed class DatabaseCrashPoints : IObserver<KeyValuePair<string, object?>>
{
    const string Prefix = "Microsoft.EntityFrameworkCore.Database.";

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Key)
        {
            case $"{Prefix}Transaction.TransactionCommitting":
                CrashPoint.Pass("commit.before");
                break;
            case $"{Prefix}Transaction.TransactionCommitted":
                CrashPoint.Pass("commit.after");
                break;
            case $"{Prefix}Command.CommandExecuting" when IsDelivered(value.Value):
                CrashPoint.Pass("delivered.before");
                break;
            case $"{Prefix}Command.CommandExecuted" when IsDelivered(value.Value):
                CrashPoint.Pass("delivered.after");
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    /// <summary>Entity Framework's own type of event is not known here: only the planner has it.</summary>
    static bool IsDelivered(object? told) => told?.GetType().GetProperty("Command")?.GetValue(told) is DbCommand command
        && command.CommandText.Contains("DELETE FROM outbox", StringComparison.OrdinalIgnoreCase);
}
