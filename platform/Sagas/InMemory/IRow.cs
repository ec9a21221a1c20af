namespace CourseGen.Sagas;

/// <summary>A row of the in-memory store. Its fields hold immutable values only, so that a shallow copy is a copy.</summary>
public interface IRow<out T>
{
    /// <summary>Unique in its partition, equal by value; never changes.</summary>
    object Key { get; }

    /// <summary>Rows are looked through within one partition: the course they belong to. Never changes.</summary>
    Guid Partition { get; }

    T Copy();
}
