using CourseGen.Planner.Courses;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Tests.Courses;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CourseGen.Planner.Tests.Postgres;

public sealed class MigrationTests : IAsyncLifetime
{
    static readonly CancellationToken Token = CancellationToken.None;
    PlannerTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PlannerTestDatabase.Create(migrated: false);

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Migrations_are_applied_once_in_order()
    {
        (await Apply()).ShouldBe(Migration.All.Select(migration => migration.Name));
        (await Apply()).ShouldBeEmpty();
        (await _database.Read<string>("SELECT name FROM schema_migrations ORDER BY version")).ShouldBe(Migration.All.Select(migration => migration.Name));
    }

    [Fact]
    public async Task Of_several_that_start_at_once_one_applies()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Apply()));
        applied.Count(names => names.Count > 0).ShouldBe(1);
        await PlannerMigrations.Check(_database.ConnectionString, Token);
    }

    [Fact]
    public async Task A_migration_that_was_edited_is_refused()
    {
        await Apply();
        var edited = Migration.Of(Migration.All[0].Name, Migration.All[0].Sql + "\nDROP TABLE history;");
        (await Should.ThrowAsync<SchemaException>(() => PlannerMigrations.Apply(_database.ConnectionString, [edited], Token)))
            .Message.ShouldStartWith($"Migration {edited.Name} is not what was applied");
    }

    [Fact]
    public async Task Line_ends_are_no_edit()
    {
        await Apply();
        var windows = Migration.Of(Migration.All[0].Name, Migration.All[0].Sql.ReplaceLineEndings("\r\n"));
        (await PlannerMigrations.Apply(_database.ConnectionString, [windows], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_migration_that_fails_nothing_is_kept()
    {
        await Apply();
        var broken = Migration.Of("9999_broken", "CREATE TABLE half (id integer); SELECT 1 / 0;");
        await Should.ThrowAsync<PostgresException>(() => PlannerMigrations.Apply(_database.ConnectionString, [.. Migration.All, broken], Token));
        (await _database.Read<bool>("SELECT to_regclass('half') IS NULL")).ShouldBe([true]);
        (await Apply()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_planner_refuses_a_database_that_lacks_migrations()
    {
        var check = new SchemaCheck(
            new PlannerDatabase(_database.ConnectionString), new PlannerOptions { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model }, TimeProvider.System);
        (await Should.ThrowAsync<SchemaException>(() => check.StartingAsync(Token))).Message.ShouldEndWith("run `planner --migrate` first.");
        await Apply();
        await check.StartingAsync(Token);
    }

    [Fact]
    public async Task The_tables_are_what_the_model_says()
    {
        await Apply();
        await using var db = _database.Open();
        var model = db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns.Where(column => column.Name != "xmin")
            .Select(column => $"{table.Name}.{column.Name} {column.StoreType} {(column.IsNullable ? "null" : "not null")}"));
        var tables = await _database.Read<string>(
            """
            SELECT table_name || '.' || column_name || ' ' || replace(data_type, 'USER-DEFINED', udt_name) || ' ' || CASE is_nullable WHEN 'YES' THEN 'null' ELSE 'not null' END
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT IN ('schema_migrations', 'learned_calls', 'quotas', 'quota_entries')
            """);
        tables.Order(StringComparer.Ordinal).ShouldBe(model.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_keys_are_what_the_model_says()
    {
        await Apply();
        await using var db = _database.Open();
        var model = db.Model.GetRelationalModel().Tables.Select(table => $"{table.Name} {string.Join(',', table.PrimaryKey!.Columns.Select(column => column.Name))}");
        var tables = await _database.Read<string>(
            """
            SELECT conrelid::regclass || ' ' || (SELECT string_agg(attname, ',' ORDER BY position)
                FROM unnest(conkey) WITH ORDINALITY AS key (number, position) JOIN pg_attribute ON attrelid = conrelid AND attnum = number)
            FROM pg_constraint WHERE contype = 'p' AND connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT IN ('schema_migrations', 'learned_calls', 'quotas', 'quota_entries')
            """);
        tables.Order(StringComparer.Ordinal).ShouldBe(model.Order(StringComparer.Ordinal));
    }

    Task<IReadOnlyList<string>> Apply() => PlannerMigrations.Apply(_database.ConnectionString, Token);
}
