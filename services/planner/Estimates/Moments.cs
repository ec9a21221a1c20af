namespace CourseGen.Planner.Estimates;

/// <summary>Mean and spread of a quantity, as sums: those of two planners add up, and old ones fade by halving.</summary>
/// <param name="Weight">Observations, older ones counting for less.</param>
sealed record Moments(double Weight, double Sum, double Squares)
{
    public static readonly Moments None = new(0, 0, 0);

    public double Mean => Weight > 0 ? Sum / Weight : 0;

    public double Deviation => Weight > 0 ? Math.Sqrt(Math.Max(0, (Squares / Weight) - (Mean * Mean))) : 0;

    public Moments With(double value) => new(Weight + 1, Sum + value, Squares + (value * value));

    public Moments With(Moments other) => new(Weight + other.Weight, Sum + other.Sum, Squares + other.Squares);

    public Moments Times(double factor) => new(Weight * factor, Sum * factor, Squares * factor);

    /// <summary>What is believed before anything is seen counts as so many observations.</summary>
    public Moments After(double mean, double deviation, double weight) => With(new Moments(weight, weight * mean, weight * ((mean * mean) + (deviation * deviation))));
}
