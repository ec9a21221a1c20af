using CourseGen.Planner.Courses;
using CourseGen.Planner.History;
using CourseGen.Planner.Quota;
using CourseGen.Sagas;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Planner.Postgres;

/// <summary>The planner's rows on Postgres: the same classes that the embedded run keeps in memory. The tables are made by <see cref="PlannerMigrations"/>.</summary>
sealed class PlannerDbContext : DbContext
{
    readonly TimeProvider _time;

    public PlannerDbContext(DbContextOptions<PlannerDbContext> options, TimeProvider time) : base(options)
    {
        _time = time;
        Batch = new StepBatch(this);
        ChangeTracker.AutoDetectChangesEnabled = false; // else each look at what is tracked compares every row of the step
    }

    public DbSet<Course> Courses => Set<Course>();
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();
    public DbSet<Reservation> Reservations => Set<Reservation>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    /// <summary>Statements that go after what is tracked.</summary>
    public StepBatch Batch { get; }

    /// <summary>Rows belong to a step, which has a transaction; outside one they are only read.</summary>
    public bool InStep => Database.CurrentTransaction is not null;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var course in ChangeTracker.Entries<Course>())
            course.Property(CourseTable.SteppedAt).CurrentValue = _time.GetUtcNow();
        ChangeTracker.DetectChanges();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(StepCommit.Instance);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new CourseTable());
        modelBuilder.ApplyConfiguration(new WorkItemTable());
        modelBuilder.ApplyConfiguration(new ReservationTable());
        modelBuilder.ApplyConfiguration(new HistoryTable());
        modelBuilder.AddInboxAndOutbox();
    }
}
