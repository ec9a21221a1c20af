using System.Text;
using System.Xml.Linq;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Tests.Packages;

public sealed class FlatXmlTests
{
    const string Head = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" + Head + "<Relationship Id=\"a\" Type=\"t\" Target=\"b.xml\"/></Relationships>")]
    [InlineData("\uFEFF" + Head + "\n  <Relationship  Target = 'b.xml'\tType='t'\n Id=\"a\" ></Relationship>\n</Relationships>\n")]
    [InlineData("<r:Relationships xmlns:r='http://schemas.openxmlformats.org/package/2006/relationships'><r:Relationship TargetMode=\"External\" Id=\"ä\" Type=\"t\" Target=\"https://example.org/\"/></r:Relationships>")]
    [InlineData(Head + "</Relationships>")]
    public void Plain_relationships_are_read_as_the_real_parser_reads_them(string xml)
    {
        var read = new RelationshipXml().Read("ppt/slides/slide1.xml", Encoding.UTF8.GetBytes(xml));
        read.ShouldBe(RelationshipXml.Read("ppt/slides/slide1.xml", XElement.Parse(xml.TrimStart('\uFEFF'))));
    }

    [Theory]
    [InlineData(Head + "<Relationship Id=\"a\" Type=\"t\" Target=\"b&amp;c\"/></Relationships>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + Head + "</Relationships>")]
    [InlineData("<!DOCTYPE x []>" + Head + "</Relationships>")]
    [InlineData(Head + "<!-- a comment --></Relationships>")]
    [InlineData(Head + "text</Relationships>")]
    [InlineData(Head + "<Relationship Id=\"a\" Type=\"t\" Target=\"b.xml\"")]
    [InlineData(Head + "<Relationship Id=a Type=\"t\" Target=\"b.xml\"/></Relationships>")]
    [InlineData(Head + "<Relationship Id=\"a\" Type=\"t\" Target=\"b>c\"/></Relationships>")]
    [InlineData(Head + "<></Relationships>")]
    public void What_is_not_plain_is_left_to_the_real_parser(string xml) =>
        new RelationshipXml().Read("", Encoding.UTF8.GetBytes(xml)).ShouldBeNull();

    [Fact]
    public void Bytes_that_are_no_UTF8_are_left_to_the_real_parser() => new RelationshipXml().Read("", [0xFF, 0xFE, 0x3C, 0]).ShouldBeNull();

    [Fact]
    public void What_is_written_is_read_again()
    {
        List<Relationship> relationships = [new("rId1", "https://example.org/type", "ppt/media/image1.png"), new("rId\"2", "t", "https://example.org/?a=1&b=<2>", External: true), new("rId3", "t", "ppt/slides/slide2.xml")];
        byte[] written = [];
        new RelationshipXml().Write("ppt/slides/slide1.xml", relationships, bytes => written = bytes.ToArray());
        RelationshipXml.Read("ppt/slides/slide1.xml", XElement.Parse(Encoding.UTF8.GetString(written))).ShouldBe(relationships);
    }
}
