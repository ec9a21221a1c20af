namespace CourseGen.Planner.Outlines;

/// <summary>Counts lessons and labs through the whole outline.</summary>
sealed class OutlineSize(Findings findings)
{
    const int MaxLessons = 200;
    const int MaxLabs = 200;
    /// <summary>Ids number lessons and labs with two digits (<c>MM-LL-NN</c>).</summary>
    const int MaxId = 99;

    readonly List<Place> _lessons = [];
    readonly List<Place> _labs = [];

    public void CountLesson(Place at) => _lessons.Add(at);

    public void CountLab(Place at) => _labs.Add(at);

    public void CheckIds(IReadOnlyList<Node> items, string what, string where)
    {
        if (items.Count > MaxId)
            findings.Fault(items[MaxId].At, $"there are {items.Count} {what} here, expected at most {MaxId} in {where}");
    }

    public void Check()
    {
        Check(_lessons, MaxLessons, "lessons");
        Check(_labs, MaxLabs, "labs");
    }

    void Check(List<Place> places, int most, string what)
    {
        if (places.Count > most)
            findings.Fault(places.Order(PlaceOrder).ElementAt(most), $"the course has {places.Count} {what}, expected at most {most}");
    }

    static readonly Comparer<Place> PlaceOrder = Comparer<Place>.Create((a, b) => (a.Line, a.Column).CompareTo((b.Line, b.Column)));
}
