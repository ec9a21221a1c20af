await CourseGen.Sagas.Postgres.KilledPlanner.Run(args);
