namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>What decks embed. Other seeds give other files.</summary>
static class SampleFiles
{
    /// <summary>An Excel workbook of one cell.</summary>
    internal static byte[] Workbook(byte seed) => new WrittenDeck()
        .Relate("", "rId1", "officeDocument", "xl/workbook.xml")
        .Part("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""")
        .Relate("xl/workbook.xml", "rId1", "worksheet", "worksheets/sheet1.xml")
        .Part("xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
            $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>{seed}</v></c></row></sheetData></worksheet>""")
        .Written();

    /// <summary>The head of an MPEG-4 file; nobody plays it.</summary>
    internal static byte[] Film(byte seed) => [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp42"u8, 0, 0, 0, 8, .. "mdat"u8, seed];

    /// <summary>Bytes that are no font: nobody looks into them.</summary>
    internal static byte[] Font(byte seed) => [.. Enumerable.Range(0, 400).Select(number => (byte)(seed + (number * 7)))];
}
