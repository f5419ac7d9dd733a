using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Web;

namespace OrchardSite.Tests.Commands;

/// <summary>What can go wrong on a machine: one sentence that says what to do, in the language of whoever reads it, and an exit code that scripts notice.</summary>
public sealed class FailureTests : IDisposable
{
    private static readonly Dictionary<string, string?> Embedded = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("orchardsite-test-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_data_folder_is_a_file()
    {
        var file = Path.Combine(_folder, "data");
        File.WriteAllText(file, "");

        await FailsAsync(
            file,
            Embedded,
            $"{file} is a file: choose a folder with --data.",
            $"{file} là một tệp: hãy chọn một thư mục bằng --data.");
    }

    [Theory]
    // The kernel's own folder takes no file, not even from root.
    [InlineData("/proc/orchardsite")]
    [InlineData("/proc")]
    public Task The_data_folder_cannot_be_written(string folder) => FailsAsync(
        folder,
        Embedded,
        $"The folder {folder} cannot be written: give this account the right to write in it, or choose another with --data.",
        $"Không ghi được vào thư mục {folder}: hãy cấp quyền ghi cho tài khoản này hoặc chọn thư mục khác bằng --data.");

    [Fact]
    public async Task The_database_is_locked_by_another_program()
    {
        (await new PortalProgram(_folder, Embedded).RunAsync("tenants", "list")).ShouldSucceed();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(_folder, "orchardsite.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = other.CreateCommand();
        hold.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;";
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await FailsAsync(
            _folder,
            Embedded,
            $"The database in {_folder} is locked by another program: close that one and try again.",
            $"Cơ sở dữ liệu trong {_folder} đang bị một chương trình khác khóa: hãy đóng chương trình đó rồi thử lại.");
    }

    [Fact]
    public async Task The_database_is_damaged()
    {
        File.WriteAllText(Path.Combine(_folder, "orchardsite.db"), string.Concat(Enumerable.Repeat("Đây không phải là cơ sở dữ liệu. ", 200)));

        await FailsAsync(
            _folder,
            Embedded,
            $"The database in {_folder} is damaged: restore it from a backup, or choose another folder with --data.",
            $"Cơ sở dữ liệu trong {_folder} bị hỏng: hãy khôi phục từ bản sao lưu hoặc chọn thư mục khác bằng --data.");
    }

    [Fact]
    public async Task The_database_is_newer_than_the_program()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var app = PortalHost.Build(new PortalOptions { DataFolder = database.Folder, Settings = database.Settings }))
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<SiteDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_FromTheFuture', '99.0')""",
                TestContext.Current.CancellationToken);
        }

        await FailsAsync(
            database.Folder,
            database.Settings,
            "The database was changed by a newer version of the program: start that version, or restore a backup made with this one.",
            "Cơ sở dữ liệu đã được một phiên bản mới hơn của chương trình cập nhật: hãy chạy phiên bản đó hoặc khôi phục bản sao lưu của phiên bản này.");
    }

    [Fact]
    public async Task PostgreSql_does_not_answer()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        await FailsAsync(
            _folder,
            Connection($"Host=127.0.0.1;Port={port};Database=x;Username=x;Password=bí mật"),
            "PostgreSQL cannot be reached: check that the server runs and that ConnectionStrings:Default names it.",
            "Không kết nối được với PostgreSQL: hãy kiểm tra máy chủ có đang chạy và ConnectionStrings:Default có ghi đúng địa chỉ không.");
    }

    [Fact]
    public Task The_connection_string_is_none() => FailsAsync(
        _folder,
        Connection("máy chủ nào đó"),
        "ConnectionStrings:Default cannot be read: write it like Host=server;Database=name;Username=name;Password=secret.",
        "Không đọc được ConnectionStrings:Default: hãy viết theo dạng Host=máy chủ;Database=tên;Username=tên;Password=mật khẩu.");

    [Fact]
    public async Task The_settings_file_is_none()
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), "{ \"PageCache\": ");

        var outcome = await new PortalProgram(_folder, Embedded).RunAsync("tenants", "list");

        outcome.ExitCode.ShouldBe(1);
        outcome.Complaints.ShouldHaveSingleItem().ShouldStartWith("A setting cannot be read: ");
    }

    [Fact]
    public Task The_proxy_has_no_address() => FailsAsync(
        _folder,
        new Dictionary<string, string?> { ["KnownProxies:0"] = "máy chủ ủy quyền" },
        "A setting cannot be read: KnownProxies: máy chủ ủy quyền",
        "Có thiết lập không đọc được: KnownProxies: máy chủ ủy quyền");

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:99999")]
    public async Task The_address_to_listen_on_is_none(string url) => (await new PortalProgram(_folder, Embedded).RunAsync("--urls", url))
        .ShouldBeRefused($"{url} is no address to listen on; write it like http://localhost:5080.", "--help shows what can be asked.");

    [Fact]
    public async Task What_nobody_has_foreseen_is_one_sentence_and_the_rest_is_in_the_log()
    {
        await FailsAsync(
            _folder,
            new Dictionary<string, string?> { ["PageCache:Megabytes"] = "nhiều" },
            $"Something unexpected went wrong (Failed to convert configuration value 'nhiều' at 'PageCache:Megabytes' to type 'System.Int32'); the log in {Path.Combine(_folder, "logs")} says more.",
            $"Đã xảy ra sự cố ngoài dự kiến (Failed to convert configuration value 'nhiều' at 'PageCache:Megabytes' to type 'System.Int32'); xem thêm trong nhật ký ở {Path.Combine(_folder, "logs")}.",
            "--urls",
            "http://127.0.0.1:0");

        File.ReadAllText(Directory.GetFiles(Path.Combine(_folder, "logs")).ShouldHaveSingleItem()).ShouldContain("   at OrchardSite.");
    }

    private static Dictionary<string, string?> Connection(string connection) => new() { ["ConnectionStrings:Default"] = connection };

    private static async Task FailsAsync(string folder, IReadOnlyDictionary<string, string?> settings, string english, string vietnamese, params string[] arguments)
    {
        var program = new PortalProgram(folder, settings);
        string[] asked = arguments is [] ? ["tenants", "list"] : arguments;
        var inEnglish = program.RunAsync([.. asked, "--language", "en"]);
        var inVietnamese = program.RunAsync([.. asked, "--language", "vi"]);

        (await inEnglish).ShouldBeRefused(english);
        (await inVietnamese).ShouldBeRefused(vietnamese);
    }
}
