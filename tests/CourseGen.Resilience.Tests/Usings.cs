global using CourseGen.Resilience.Tests.Courses;
