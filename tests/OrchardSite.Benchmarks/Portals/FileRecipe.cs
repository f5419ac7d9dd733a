using System.Text.Json;

namespace OrchardSite.Benchmarks.Portals;

/// <summary>A recipe of very many files in one folder of the department's library. All have the same bytes: what is measured is the folder.</summary>
internal static class FileRecipe
{
    public const string Folder = "ho-so";

    private static readonly byte[] Bytes = "Biên bản kiểm tra\n"u8.ToArray();

    public static async Task WriteAsync(string file, int count, CancellationToken cancellationToken)
    {
        var content = Convert.ToBase64String(Bytes);
        var recipe = new
        {
            name = "files",
            displayName = "Tệp",
            version = "1.0",
            issetuprecipe = false,
            steps = new[] { new { name = "media", Files = Enumerable.Range(0, count).Select(number => new { TargetPath = $"{Folder}/Biên bản {number:D6}.txt", Base64 = content }) } },
        };
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, recipe, cancellationToken: cancellationToken);
    }
}
