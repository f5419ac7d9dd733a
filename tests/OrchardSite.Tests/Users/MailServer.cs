using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace OrchardSite.Tests.Users;

/// <summary>A mail server on a loopback port that takes in every letter, as far as RFC 5321 goes for that.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly BlockingCollection<MimeMessage> _letters = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>What is answered to a letter's sender; a refusal turns all letters away.</summary>
    public string AnswerToSender { get; set; } = "250 OK";

    /// <summary>User name and password of the last who said who they are.</summary>
    public string? Credentials { get; private set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The settings of a portal that hands its letters to this server.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{Port}",
        ["Mail:Security"] = "None",
        ["Mail:From"] = "Cổng thông tin <cong@example.vn>",
        ["Mail:PortalAddress"] = "https://cong.example.vn/",
    };

    /// <summary>The next letter, waited for.</summary>
    public MimeMessage Next() => _letters.TryTake(out var letter, TimeSpan.FromSeconds(20)) ? letter : throw new TimeoutException("No letter has come.");

    /// <summary>Path and query of the link in the next letter.</summary>
    public string NextLink() => new Uri(Next().TextBody!.Split((char[]?)null).Single(word => word.StartsWith("https://", StringComparison.Ordinal))).PathAndQuery;

    /// <summary>True when nothing has come, though there was time for it.</summary>
    public bool IsEmpty() => !_letters.TryTake(out _, TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _letters.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                await TalkAsync(new StreamReader(stream, Encoding.Latin1), new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true });
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 loopback");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "AUTH")
            {
                Credentials = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2]));
            }

            await writer.WriteLineAsync(verb switch
            {
                "EHLO" => "250-loopback\r\n250 AUTH PLAIN",
                "AUTH" => "235 OK",
                "MAIL" => AnswerToSender,
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 OK",
            });
            if (verb == "DATA")
            {
                _letters.Add(await ReadLetterAsync(reader));
                await writer.WriteLineAsync("250 taken");
            }
        }
    }

    private async Task<MimeMessage> ReadLetterAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString())), _stop.Token);
    }
}
