using CourseGen.Planner.Quota;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CourseGen.Planner.Postgres;

sealed class QuotaTable : IEntityTypeConfiguration<QuotaBelief>
{
    public void Configure(EntityTypeBuilder<QuotaBelief> builder)
    {
        builder.ToTable("quotas").HasKey(belief => belief.Model);
        builder.Property(belief => belief.Model).HasConversion(Columns.Model);
        builder.Property(belief => belief.Courses).AsJson();
        builder.NameColumns();
    }
}

sealed class QuotaEntryTable : IEntityTypeConfiguration<QuotaEntry>
{
    public void Configure(EntityTypeBuilder<QuotaEntry> builder)
    {
        builder.ToTable("quota_entries").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Model).HasConversion(Columns.Model);
        builder.Property(entry => entry.At).HasDefaultValueSql("clock_timestamp()");
        builder.NameColumns();
    }
}
