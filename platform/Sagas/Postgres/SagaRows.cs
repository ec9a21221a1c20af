using System.Collections.Concurrent;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CourseGen.Sagas;

/// <summary>
/// Loads a saga's row and locks it until the step ends. `FOR UPDATE` cannot lock a row that is not there: the key of a missing one is
/// locked instead, and then looked up again, so that of racing first messages the second finds the first one's row.
/// </summary>
sealed class SagaRows<TContext, TSaga> where TContext : DbContext where TSaga : class, ISaga
{
    static readonly ConcurrentDictionary<IModel, SagaRows<TContext, TSaga>> Models = new();

    readonly string _lockOne;
    readonly string _lockSeveral;

    SagaRows(IModel model, ISqlGenerationHelper sql)
    {
        var entity = model.FindEntityType(typeof(TSaga)) ?? throw new InvalidOperationException(
            $"{typeof(TContext).Name} does not map the saga {typeof(TSaga).Name}: add it in OnModelCreating.");
        if (!entity.GetProperties().Any(property => property.IsConcurrencyToken && property.GetColumnName() == "xmin"))
            throw new InvalidOperationException(
                $"{typeof(TContext).Name} maps the saga {typeof(TSaga).Name} without a row version, so a writer that takes no lock would go " +
                "unnoticed: give it Property<uint>(\"xmin\").IsRowVersion().");
        var table = sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        var key = sql.DelimitIdentifier(entity.FindProperty(nameof(ISaga.CorrelationId))!.GetColumnName());
        _lockOne = $"SELECT *, xmin FROM {table} WHERE {key} = {{0}} FOR UPDATE";
        _lockSeveral = $"SELECT *, xmin FROM {table} WHERE {key} = ANY ({{0}}) ORDER BY {key} FOR UPDATE";
    }

    public static SagaRows<TContext, TSaga> Of(TContext db) =>
        Models.GetOrAdd(db.Model, static (model, db) => new(model, db.GetService<ISqlGenerationHelper>()), db);

    /// <returns>The saga, or null: then nobody else can add it before this step ends.</returns>
    public async Task<TSaga?> Lock(TContext db, Guid id, CancellationToken token)
    {
        if (await First(db, id, token) is { } saga)
            return saga;
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"{typeof(TSaga).Name} {id}"}, 0))", token);
        return await First(db, id, token);
    }

    /// <summary>Locks them in the order of their ids, so that two steps cannot wait for each other.</summary>
    public Task<List<TSaga>> Lock(TContext db, List<Guid> ids, CancellationToken token) =>
        db.Set<TSaga>().FromSqlRaw(_lockSeveral, ids).AsTracking().ToListAsync(token);

    async Task<TSaga?> First(TContext db, Guid id, CancellationToken token) =>
        // As a list, since First would make Postgres run it as a subquery.
        (await db.Set<TSaga>().FromSqlRaw(_lockOne, id).AsTracking().ToListAsync(token)).FirstOrDefault();
}
