using CourseGen.BookBuilder;
using CourseGen.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("bookbuilder");
builder.AddArtifactStore();
builder.AddModelProviders();
builder.AddMessaging(bus => bus.AddBookBuilder());
var app = builder.Build();
app.MapHealth();
await app.RunAsync();
