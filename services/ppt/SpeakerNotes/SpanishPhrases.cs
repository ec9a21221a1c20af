using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.SpeakerNotes;

sealed class SpanishPhrases : InstructorPhrases
{
    internal override string Duration(int minutes) => minutes < 60 ? Minutes(minutes)
        : minutes % 60 == 0 ? Count(minutes / 60, "hora", "horas") : $"{Count(minutes / 60, "hora", "horas")} y {Minutes(minutes % 60)}";

    internal override string Lesson(PlannedLesson lesson) => $"la lección {lesson.ModuleNumber}.{lesson.LessonNumber} ({Quoted(lesson.Title)})";
    internal override string Lab(OutlineLab lab) => $"el laboratorio {lab.Id} ({Quoted(lab.Title)})";

    internal override string Welcome(string title) => $"Dé la bienvenida a {Quoted(title)}, diga su nombre y cuente en dos frases dónde usa usted esta materia.";

    internal override string Extent(int minutes, int modules, int lessons, int labs) =>
        $"El curso dura {Duration(minutes)}: {Count(modules, "módulo", "módulos")} con {Count(lessons, "lección", "lecciones")}{(labs > 0 ? $" y {Count(labs, "laboratorio", "laboratorios")}" : "")}.";

    internal override string Practicalities(bool hasLabs) =>
        $"Deje claro lo práctico antes de pasar de diapositiva: cuándo hay descansos, cómo se le puede interrumpir y dónde {(hasLabs ? "están el libro y la guía de laboratorios" : "está el libro")}.";

    internal override string AskExpectations() =>
        "Después pida a cada persona una sola frase: ¿qué le trae aquí y qué quiere saber hacer al terminar? Escriba las respuestas donde queden a la vista, porque la última diapositiva vuelve a ellas.";

    internal override string Thread(string first, string last) => first == last ? "" : $"El hilo del curso va de {Quoted(first)} a {Quoted(last)}.";
    internal override string ReadNotice(string notice) => $"Lea el aviso en voz alta, porque vale para toda la sala: {notice}";

    internal override string AskForCase(PlannedLesson last) =>
        $"Pida un caso del trabajo de alguien en el que esta materia fuera importante y anótelo junto a la pizarra: es el ejemplo al que volver en {Lesson(last)}.";

    internal override string AskDoubts() =>
        "Pregunte también qué se ha oído sobre la materia que no acabe de creerse: muestra lo que se espera aclarar en el curso y le da la pregunta con la que abrir la primera lección.";

    internal override string ReadObjectives() => "Lea los objetivos como promesas: cada uno es algo que las personas habrán hecho al final, y no solo oído.";

    internal override string ObjectivesInLessons(IReadOnlyList<(int Objective, PlannedLesson Lesson)> reached) => reached.Count == 0 ? ""
        : $"Diga dónde se trabaja cada uno: {And([.. reached.Select(one => $"el objetivo {one.Objective} en la lección {one.Lesson.ModuleNumber}.{one.Lesson.LessonNumber}")])}.";

    internal override string AskObjectives() =>
        "Pida que cada cual elija el que más le importa y el que ya sabría cumplir; las manos le dirán dónde detenerse y dónde ir más rápido.";

    internal override string ReturnToObjectives(int modules) =>
        $"Vuelva a esta diapositiva {(modules > 1 ? "después de cada módulo" : "al final")} y deje que la sala diga qué objetivos están cumplidos.";

    internal override string ReadPrerequisites() => "Explique para qué hace falta cada línea, de modo que nadie tome la lista por un examen.";

    internal override string NeededFirst(IReadOnlyList<(string Prerequisite, string Place)> uses) => uses.Count == 0 ? ""
        : $"Lo primero que se apoya en cada una: en {string.Join("; en ", uses.Select(use => $"{Quoted(use.Prerequisite)}, {use.Place}"))}.";

    internal override string NotExplained(IReadOnlyList<string> prerequisites) => prerequisites.Count == 0 ? ""
        : $"Ninguna lección se detiene a explicar {And([.. prerequisites.Select(Quoted)])}: diga qué página o qué persona puede ayudar.";

    internal override string AskPrerequisites(bool hasLabs) =>
        "Pregunte quién duda de alguna línea; basta con levantar la mano. Anote los nombres, explique el punto en el descanso anterior a que haga falta"
        + (hasLabs ? " y, en los laboratorios, siente a quien duda junto a quien no." : " y deje que ayude quien se siente al lado y lo sepa.");

    internal override string NameGroups(IReadOnlyList<string> groups) => $"Nombre los grupos uno a uno y pida que cada cual levante la mano en el suyo: {string.Join("; ", groups)}.";

    internal override string Level(string level) => level switch
    {
        "beginner" => "El curso es de iniciación: fuera de los requisitos previos no da nada por sabido, y usted tampoco debe hacerlo.",
        "intermediate" => "El curso es de nivel intermedio: da por sabidos los requisitos previos y se apoya en ellos sin repasarlos.",
        "advanced" => "El curso es de nivel avanzado: da por hecha la práctica con la materia y vive de lo que la sala ha visto de ella.",
        _ => "",
    };

    internal override string UseHands() =>
        "Lo que muestren las manos decide sus ejemplos: tómelos del grupo más numeroso y deje que el más pequeño cuente cómo se ve lo mismo desde su trabajo.";

    internal override string OtherGroups(IReadOnlyList<OutlineModule> modules) => $"Quien no esté en ningún grupo dirá a qué ha venido; {Serving(modules)}";

    static string Serving(IReadOnlyList<OutlineModule> modules) => modules.Count is > 1 and <= 4
        ? $"indíquele qué módulo le sirve más: {Or([.. modules.Select(module => $"{Quoted(module.Title)}")])}."
        : "muéstrele en la agenda dónde se trata.";

    internal override string ModuleTime(int number, string title, TeachingTime time) =>
        $"El módulo {number}, {Quoted(title)}, ocupa {Duration(time.Minutes)}"
        + (time.IsDivided
            ? $": {time.LessonMinutes} minutos para {Count(time.Lessons, "lección", "lecciones")} y {time.LabMinutes} para {Count(time.Labs, "laboratorio", "laboratorios")}."
            : $" para {Count(time.Lessons, "lección", "lecciones")}.");

    internal override string Together(int minutes, int modules) => modules > 1 ? $"En total son {Duration(minutes)} sin contar los descansos." : "A eso se suman los descansos.";

    internal override string Breaks(OutlineModule? longest, bool hasLabs) => longest is null
        ? $"Acuerde ahora los descansos y diga a qué hora son{(hasLabs ? ": después de uno se empieza mejor un laboratorio" : ", para que nadie esté pendiente del reloj")}."
        : $"Acuerde ahora los descansos y reserve uno para {Quoted(longest.Title)}, que es la parte más larga{(hasLabs ? ": después de él se empieza mejor un laboratorio" : "")}.";

    internal override string AskAgenda() =>
        "Pregunte quién tiene que irse antes o solo puede volver más tarde, y qué parte esperan más: lo que esperan muchos puede llevarse unos minutos del resto.";

    internal override string Opens(OutlineModule module, OutlineModule? before) => before is null
        ? $"{Quoted(module.Title)} abre el curso: tómese el tiempo de que todo el mundo llegue y se sitúe."
        : $"Enlace {Quoted(module.Title)} con el módulo anterior: que alguien diga en una frase con qué se queda de {Quoted(before.Title)}.";

    internal override string LessonTimes(IReadOnlyList<(PlannedLesson Lesson, int Minutes)> lessons, TeachingTime time) =>
        lessons.Count > MostNamed
            ? $"Cuente con {Duration(time.LessonMinutes)} para las {lessons.Count} lecciones{(time.LabMinutes > 0 ? $" y {Duration(time.LabMinutes)} para {Count(time.Labs, "laboratorio", "laboratorios")}" : "")}."
            : $"Cuente con {And([.. lessons.Select(one => $"{Duration(one.Minutes)} para la lección {one.Lesson.ModuleNumber}.{one.Lesson.LessonNumber}")])}"
            + (time.LabMinutes > 0 ? $", y después {Duration(time.LabMinutes)} para {Count(time.Labs, "laboratorio", "laboratorios")}." : ".");

    internal override string WorksOn(IReadOnlyList<int> objectives) => objectives.Count == 0 ? ""
        : $"El módulo trabaja {(objectives.Count == 1 ? "el objetivo" : "los objetivos")} {And([.. objectives.Select(one => $"{one}")])} del curso.";

    internal override string AskFirstTopic(string topic, PlannedLesson lesson, bool isFirst) => isFirst
        ? $"Antes de empezar, pregunte qué sabe o qué cree la sala sobre {Quoted(topic)}. Escríbalo sin juzgarlo y vuelva a mirarlo al final del módulo: ¿qué se diría ahora de otro modo?"
        : $"Después dé un minuto por parejas para {Quoted(topic)}: ¿qué esperan encontrar y qué preguntarían? Recoja tres respuestas y vuelva a ellas en la lección {lesson.ModuleNumber}.{lesson.LessonNumber}.";

    internal override string Contents(OutlineModule module, IReadOnlyList<PlannedLesson> lessons, int labs) =>
        $"No lea en voz alta esta lista de {Quoted(module.Title)}: diga solo que {(lessons.Count == 1 ? "su lección lleva" : $"sus {lessons.Count} lecciones llevan")} de {Quoted(lessons[0].Title)} a {Quoted(lessons[^1].Title)}{(labs > 0 ? $" y muestre dónde {(labs == 1 ? "va el laboratorio" : $"van los {labs} laboratorios")}" : "")}. "
        + "Marque en ella dónde se termina cada día o se hace una pausa larga, deje que cada persona elija la línea que más espera y pregúntele el motivo cuando lleguen a ella.";

    internal override string LabTask(OutlineLab lab) =>
        $"El laboratorio {lab.Id}, {Quoted(lab.Title)}, {(lab.DurationMinutes > 0 ? $"dura {Duration(lab.DurationMinutes)}" : "viene ahora")}.{(string.IsNullOrWhiteSpace(lab.Description) ? "" : $" {lab.Description}")}";

    internal override string LabGoals(OutlineLab lab) => lab.Objectives.Count == 0 ? "" : $"Lo que se debe poder mostrar al final: {string.Join("; ", lab.Objectives)}.";

    internal override string GuideLabs(IReadOnlyList<OutlineLab> labs, OutlineLab? before) =>
        (before is null ? "Deje que empiecen por su cuenta con la guía de laboratorios" : $"Cambie las parejas de {Quoted(before.Title)} y pregunte qué harán de otro modo después de él")
        + (labs.Count == 1
            ? $"; mire a los {Duration(PartOf(labs[0].DurationMinutes, 4))} quién sigue en el primer paso y pare {Duration(PartOf(labs[0].DurationMinutes, 6))} antes del final para comparar resultados."
            : "; mire tras un cuarto de cada laboratorio quién sigue en el primer paso y pare a tiempo de comparar resultados.");

    internal override string AskLabs(IReadOnlyList<OutlineLab> labs, bool isFirst) => isFirst
        ? $"Pida a una persona que enseñe un resultado{(labs.Count > 1 ? " de cada laboratorio" : "")} y a otra que cuente qué le salió mal por el camino y cómo lo notó."
        : $"Al final de {Quoted(labs[^1].Title)}, que cada cual explique el resultado de quien tiene al lado; pregunte dónde difieren dos resultados y por qué.";

    internal override string LetSayTask(IReadOnlyList<OutlineLab> labs) =>
        $"Antes de empezar, que alguien diga con sus palabras qué se pide en {And([.. labs.Select(lab => Quoted(lab.Title))])} y en qué se nota que está terminado.";

    internal override string CloseModule(OutlineModule module, bool isFirst) => isFirst
        ? $"Cierre {Quoted(module.Title)} antes de mostrar la lista: pida a la sala la idea que se lleva de cada lección y compárela solo después con la diapositiva."
        : $"No muestre todavía la lista de {Quoted(module.Title)}: cada persona escribe una cosa que va a usar, dos leen la suya en voz alta y después la diapositiva dice qué falta.";

    internal override string AddIfUnsaid(IReadOnlyList<(PlannedLesson Lesson, string Point)> points) => points.Count == 0 ? ""
        : $"Añada lo que nadie diga: {string.Join("; ", points.Select(point => $"{Quoted(point.Point)} (lección {point.Lesson.ModuleNumber}.{point.Lesson.LessonNumber})"))}.";

    internal override string AskObjectivesReached(IReadOnlyList<int> objectives) => objectives.Count == 0 ? ""
        : $"Vuelva {(objectives.Count == 1 ? "al objetivo" : "a los objetivos")} {And([.. objectives.Select(one => $"{one}")])} y pregunte quién se atrevería mañana con {(objectives.Count == 1 ? "él" : "cada uno")} sin ayuda.";

    internal override string AskNewcomers(OutlineModule module) =>
        $"Que la sala plantee sobre {Quoted(module.Title)} una pregunta que haría quien empieza, y que la responda alguien que esté seguro de la respuesta.";

    internal override string GoesOn(OutlineModule? next) => next is null
        ? "Era el último módulo: lo que quede abierto se responde ahora, o recibe un responsable y una fecha."
        : $"El módulo siguiente, {Quoted(next.Title)}, se apoya en este: aclare ahora lo que siga abierto.";

    internal override string SourcesOf(IReadOnlyList<(string Reference, PlannedLesson Lesson)> sources) => sources.Count == 0 ? ""
        : $"{string.Join("; ", sources.Select(source => $"{Quoted(source.Reference)} acompaña a {Lesson(source.Lesson)}"))}.";

    internal override string SayWhatEachIs(IReadOnlyList<string> references) => $"Diga en una frase qué es cada fuente, cuándo conviene abrirla y qué no se encuentra en ella: {And([.. references.Select(Quoted)])}.";

    internal override string AskSources(OutlineModule module, int references, bool isFirst) => isFirst
        ? "Las direcciones son enlaces en la presentación: envíela, y que nadie copie de la diapositiva. "
            + $"Pregunte qué duda queda sobre {Quoted(module.Title)} y miren juntos {(references == 1 ? "si esta fuente la resuelve" : $"en cuál de las {references} fuentes puede estar la respuesta, y por qué")}; ábrala y enseñe cómo está organizada, para que cada cual sepa moverse en ella."
        : references == 1
        ? $"Pregunte quién seguirá leyendo en esta fuente después de {Quoted(module.Title)} y para qué; quien la lea primero cuenta a los demás qué parte mereció la pena y cuál puede saltarse quien empieza. "
            + "Diga para qué la usa usted y enseñe la página que más abre."
        : $"Que cada persona elija una de las {references} fuentes para seguir leyendo después de {Quoted(module.Title)} y diga qué espera encontrar; "
            + "quienes elijan la misma, que intercambien direcciones. Diga cuál usa usted, para qué, y qué parte puede saltarse quien empieza.";

    internal override string MissingLesson(PlannedLesson lesson) =>
        $"{Capital(Lesson(lesson))} aún no está en esta presentación: mande crearla antes de impartir el curso y vuelva a generar la presentación.";

    internal override string HoldAsTalk(int minutes, IReadOnlyList<string> topics) =>
        $"Si no hay tiempo para eso, dedique ese tiempo ({Duration(minutes)}) a conversar con la sala{(topics.Count > 0 ? $" sobre {And([.. topics.Select(topic => $"{Quoted(topic)}")])}" : "")}. "
        + "Pregunte primero qué se sabe del tema, escríbalo, añada lo que falte y termine con dos preguntas que alguien se lleve para averiguar; abra la lección siguiente con sus respuestas.";

    internal override string AskTerms(IReadOnlyList<string> terms) =>
        $"La lista no se lee en voz alta: sirve para consultar. Que cada persona elija un término que hace una hora no habría sabido explicar y lo explique a quien tiene al lado sin mirar; después retome con la sala lo que haya resultado difícil. Si nadie se anima, empiece por {And([.. terms.Select(Quoted)])} y pregunte en qué parte del curso se usó cada uno.";

    internal override string Thank(string title) => $"Agradezca a la sala su trabajo en {Quoted(title)} y nombre una cosa que haya hecho bien.";

    internal override string ReturnToExpectations() =>
        "Vuelva a las frases del comienzo: ¿ha encontrado cada persona lo que buscaba, y qué usará primero? Donde falte algo, diga dónde se puede encontrar.";

    internal override string WhereThingsStay(bool hasLabs) =>
        $"Diga dónde quedan el libro{(hasLabs ? ", la guía de laboratorios" : "")} y la presentación a partir de hoy, hasta cuándo, y cómo se le pueden hacer preguntas.";

    internal override string AskFarewell() => "Pida una cosa que conservar y otra que cambiar cuando se repita el curso, y anote ambas antes de que la gente se vaya.";

    /// <summary>“e” before its own sound.</summary>
    static string And(IReadOnlyList<string> items) =>
        Listed(items, Sounds(items[^1], "i", "í", "hi", "hí") && !Sounds(items[^1], "hia", "hie", "hio", "ia", "ie", "io") ? " e " : " y ");

    /// <summary>“u” before its own sound.</summary>
    static string Or(IReadOnlyList<string> items) => Listed(items, Sounds(items[^1], "o", "ó", "ho", "hó") ? " u " : " o ");

    static bool Sounds(string text, params string[] beginnings) =>
        beginnings.Any(beginning => text.TrimStart('«').StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    static string Minutes(int count) => Count(count, "minuto", "minutos");

    /// <summary>A quotation in a quotation has marks of its own.</summary>
    static string Quoted(string text) => $"«{text.Replace('«', '“').Replace('»', '”')}»";

    static string Count(int count, string one, string many) => count != 1 ? $"{count} {many}" : $"{(one is "hora" or "lección" ? "una" : "un")} {one}";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
