using CourseGen.Sagas.Orders;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Sagas.Postgres;

sealed class OrderDb(DbContextOptions<OrderDb> options) : DbContext(options)
{
    public const string Sql = $"""
        CREATE TABLE orders (
            id uuid PRIMARY KEY,
            current_state text NOT NULL,
            warehouse text NOT NULL,
            lines integer[] NOT NULL,
            picked integer NOT NULL
        );
        CREATE TABLE picks (id uuid PRIMARY KEY, order_id uuid NOT NULL, line integer NOT NULL);
        {PostgresOutboxSchema.Sql}
        """;

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.AddInboxAndOutbox();
        model.Entity<Order>(order =>
        {
            order.ToTable("orders");
            order.HasKey(row => row.CorrelationId);
            order.Property(row => row.CorrelationId).HasColumnName("id").ValueGeneratedNever();
            order.Property(row => row.CurrentState).HasColumnName("current_state");
            order.Property(row => row.Warehouse).HasColumnName("warehouse");
            order.Property(row => row.Lines).HasColumnName("lines").HasConversion(lines => lines.ToArray(), lines => lines);
            order.Property(row => row.Picked).HasColumnName("picked");
            order.Property<uint>("xmin").IsRowVersion();
        });
        model.Entity<Pick>(pick =>
        {
            pick.ToTable("picks");
            pick.HasKey(row => row.Id);
            pick.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
            pick.Property(row => row.OrderId).HasColumnName("order_id");
            pick.Property(row => row.Line).HasColumnName("line");
        });
    }
}

sealed class PostgresPicks(OrderDb db) : IPicks
{
    public void Add(Pick pick) => db.Add(pick);

    public Task<int> Count(Guid order) => db.Set<Pick>().CountAsync(pick => pick.OrderId == order);
}
