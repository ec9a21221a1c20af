using CourseGen.Hosting;
using CourseGen.Ppt;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ppt");
builder.AddArtifactStore();
builder.AddModelProviders();
builder.AddMessaging(bus => bus.AddPpt());
var app = builder.Build();
app.MapHealth();
await app.RunAsync();
