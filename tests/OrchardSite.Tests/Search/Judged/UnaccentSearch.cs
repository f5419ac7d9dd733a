using Npgsql;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Search.Judged;

/// <summary>The same documents in PostgreSQL's full text search without accents: weights for title, lead and body, <c>ts_rank_cd</c>.</summary>
internal sealed class UnaccentSearch(NpgsqlConnection connection) : IAsyncDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="connectionString">A database of the test alone.</param>
    public static async Task<UnaccentSearch> CreateAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Token);
        await using (var make = new NpgsqlCommand(
            """
            CREATE EXTENSION unaccent;
            CREATE TEXT SEARCH CONFIGURATION unaccented (COPY = simple);
            ALTER TEXT SEARCH CONFIGURATION unaccented ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
            CREATE TEMPORARY TABLE judged (id int, words tsvector);
            """,
            connection))
        {
            await make.ExecuteNonQueryAsync(Token);
        }

        foreach (var (index, document) in JudgedCorpus.All.Index())
        {
            await using var insert = new NpgsqlCommand(
                """
                INSERT INTO judged VALUES ($1, setweight(to_tsvector('unaccented', $2), 'A') || setweight(to_tsvector('unaccented', $3), 'B') || setweight(to_tsvector('unaccented', $4), 'C'))
                """,
                connection)
            {
                Parameters = { new() { Value = index }, new() { Value = document.Title }, new() { Value = document.Lead }, new() { Value = document.Body } },
            };
            await insert.ExecuteNonQueryAsync(Token);
        }

        return new UnaccentSearch(connection);
    }

    public async Task<IReadOnlyList<JudgedDocument>> FindAsync(string text)
    {
        await using var command = new NpgsqlCommand(
            "SELECT id FROM judged, websearch_to_tsquery('unaccented', $1) asked WHERE words @@ asked ORDER BY ts_rank_cd(words, asked) DESC, id LIMIT $2",
            connection)
        {
            Parameters = { new() { Value = text }, new() { Value = RankingScore.Depth } },
        };
        await using var rows = await command.ExecuteReaderAsync(Token);
        var found = new List<JudgedDocument>();
        while (await rows.ReadAsync(Token))
        {
            found.Add(JudgedCorpus.All[rows.GetInt32(0)]);
        }

        return found;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
