using OrchardSite.Text;

namespace OrchardSite.Tests.Kernel;

public sealed class CsvTests
{
    [Fact]
    public void What_was_written_is_read_back_as_its_cells_have_it()
    {
        string[] cells = ["Sở", "a \"b\", c", "hai\ndòng", "", "=1+1", "cuối"];

        CsvReader.Read(new StringReader(CsvText.Line(cells) + CsvText.Line(["x"]))).ShouldBe([cells.Select(CsvText.Guard), ["x"]]);
    }

    [Theory]
    [InlineData("a,b\nc,\"d\"", 2)]
    [InlineData("a,b\r\nc,d\r\n", 2)]
    [InlineData("a,\"chưa đóng", 1)]
    [InlineData("", 0)]
    public void A_file_from_another_program_is_read_as_far_as_it_goes(string file, int lines) =>
        CsvReader.Read(new StringReader(file)).Count().ShouldBe(lines);
}
