using CourseGen.ContentGen;
using CourseGen.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("contentgen");
builder.AddArtifactStore();
builder.AddModelProviders();
builder.AddMessaging(bus => bus.AddContentGen());
var app = builder.Build();
app.MapHealth();
await app.RunAsync();
