using CourseGen.Planner.Courses;
using CourseGen.Planner.History;
using CourseGen.Planner.Quota;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CourseGen.Planner.Postgres;

sealed class CourseTable : IEntityTypeConfiguration<Course>
{
    /// <summary>When the saga last handled an event of the course: what is stuck is told by it.</summary>
    public const string SteppedAt = nameof(SteppedAt);

    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("courses").HasKey(course => course.CorrelationId);
        builder.Property(course => course.CorrelationId).ValueGeneratedNever();
        builder.Property<DateTimeOffset>(SteppedAt);
        builder.Ignore(course => course.Location);
        builder.Ignore(course => course.IsOfBook);
        builder.Property(course => course.Settings).AsJson();
        builder.Property(course => course.Outline).AsJson();
        builder.Property(course => course.Plan).AsJson();
        builder.Property(course => course.Repair).AsJson();
        builder.Property(course => course.Next).AsJson();
        builder.Property(course => course.DeckKeys).AsJson();
        builder.Property(course => course.Bases).AsJson();
        builder.Property(course => course.Models).AsJson();
        builder.Property(course => course.Prompts).AsJson();
        builder.Property(course => course.Remembered).AsJson();
        builder.Property<uint>("xmin").IsRowVersion();
        builder.NameColumns();
        builder.Property(course => course.CorrelationId).HasColumnName("id");
        builder.Property(course => course.CurrentState).HasColumnName("state");
    }
}

sealed class WorkItemTable : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items").HasKey(item => new { item.CourseId, item.Kind, item.Id });
        builder.Property(item => item.Artifacts).AsJson();
        builder.Property(item => item.Failure).AsJson();
        builder.Ignore(item => item.IsFinished);
        builder.NameColumns();
    }
}

sealed class ReservationTable : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        builder.ToTable("reservations").HasKey(reservation => reservation.Id);
        builder.Property(reservation => reservation.Id).ValueGeneratedNever();
        builder.Property(reservation => reservation.Model).AsModel();
        builder.Property(reservation => reservation.Grant).AsJson();
        builder.Property(reservation => reservation.Call).AsJson();
        builder.Property(reservation => reservation.Items).AsJson();
        builder.Property(reservation => reservation.Settled).AsJson();
        builder.NameColumns();
        builder.Property(reservation => reservation.Grant).HasColumnName("granted");
    }
}

sealed class HistoryTable : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("history").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).UseIdentityAlwaysColumn();
        builder.NameColumns();
    }
}
