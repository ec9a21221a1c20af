using CourseGen.Hosting;
using CourseGen.Planner;

if (args is [PlannerTask.Topology or PlannerTask.Migrate])
    return await PlannerTask.Run(args[0]);
var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("planner");
builder.AddArtifactStore();
builder.AddModelProviders();
builder.AddPlannerOptions();
builder.AddMessaging(bus => bus.AddPlanner().AddDatabase(builder.Configuration));
var app = builder.Build();
app.MapHealth();
await app.RunAsync();
return Environment.ExitCode;
