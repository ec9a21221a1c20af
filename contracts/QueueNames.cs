namespace CourseGen.Contracts;

/// <summary>Every queue's name. They are part of the product's interface: pinned by a test, never typed elsewhere.</summary>
public static class QueueNames
{
    public const string Start = "coursegen.start";
    public const string Repair = "coursegen.repair";
    public const string Merge = "coursegen.merge";
    public const string Cancel = "coursegen.cancel";
    public const string Pause = "coursegen.pause";
    public const string Resume = "coursegen.resume";
    public const string Book = "coursegen.book";
    public const string Deck = "coursegen.deck";

    public const string Saga = "coursegen.saga";

    public const string Plans = "coursegen.work.plans";
    public const string Manifests = "coursegen.work.manifests";
    public const string Lessons = "coursegen.work.lessons";
    public const string Visuals = "coursegen.work.visuals";
    public const string Images = "coursegen.work.images";
    public const string Slides = "coursegen.work.slides";
    public const string Decks = "coursegen.work.decks";
    public const string Infographics = "coursegen.work.infographics";
    public const string Merges = "coursegen.work.merges";
    public const string LabPlans = "coursegen.work.lab-plans";
    public const string Labs = "coursegen.work.labs";
    public const string Books = "coursegen.work.books";
    public const string LabGuides = "coursegen.work.lab-guides";
}
