using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrchardSite.Deployment;

/// <summary>A recipe while it is being written, with the files that go along.</summary>
public sealed class RecipeOutput
{
    private const int EnoughToSend = 64 * 1024;

    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    internal RecipeOutput(Utf8JsonWriter json) => _json = json;

    /// <summary>Full paths by the names in the package.</summary>
    internal IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>A step that is small enough to be in memory.</summary>
    /// <param name="members">All but its name.</param>
    public async Task StepAsync(string name, JsonObject members)
    {
        Begin(name);
        foreach (var (member, value) in members)
        {
            _json.WritePropertyName(member);
            Write(value);
        }

        _json.WriteEndObject();
        await SendAsync();
    }

    /// <summary>A step with a list; several of them where there are many things, none where there is nothing.</summary>
    /// <param name="most">Things of one step: a run has those in memory together.</param>
    public async Task StepsAsync(string name, string list, IAsyncEnumerable<JsonObject> things, int most, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var thing in things.WithCancellation(cancellationToken))
        {
            if (count % most == 0)
            {
                End(count);
                Begin(name);
                _json.WriteStartArray(list);
            }

            Write(thing);
            count++;
            await SendAsync();
        }

        End(count);
    }

    /// <summary>A file that a step names; the same file may go along under one name for several.</summary>
    /// <param name="entry">Its name in the package, such as <c>media/0a1b.jpg</c>.</param>
    /// <param name="fullPath">Where it is now.</param>
    public void Attach(string entry, string fullPath) => _files[entry] = fullPath;

    private void Begin(string name)
    {
        _json.WriteStartObject();
        _json.WriteString("name", name);
    }

    private void End(int count)
    {
        if (count > 0)
        {
            _json.WriteEndArray();
            _json.WriteEndObject();
        }
    }

    private void Write(JsonNode? value)
    {
        if (value is null)
        {
            _json.WriteNullValue();
        }
        else
        {
            value.WriteTo(_json);
        }
    }

    private async Task SendAsync()
    {
        if (_json.BytesPending > EnoughToSend)
        {
            await _json.FlushAsync();
        }
    }
}
