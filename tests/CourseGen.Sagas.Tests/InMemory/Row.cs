namespace CourseGen.Sagas.InMemory;

sealed class Row(Guid partition, string key, int value) : IRow<Row>
{
    public string Key => key;
    public int Value { get; set; } = value;

    object IRow<Row>.Key => key;
    Guid IRow<Row>.Partition => partition;
    Row IRow<Row>.Copy() => new(partition, key, Value);
}
