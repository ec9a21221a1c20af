using CourseGen.Hosting;
using CourseGen.Images;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("images");
builder.AddArtifactStore();
builder.AddModelProviders();
builder.AddPictureProviders();
builder.AddMessaging(bus => bus.AddImages());
var app = builder.Build();
app.MapHealth();
await app.RunAsync();
