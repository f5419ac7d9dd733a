using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Commands;

public sealed class RunningServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_running_server_notices_what_the_verbs_do()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        await using var portal = await RunningProgram.StartAsync(program);
        (await portal.Http.GetPageAsync($"/{PortalApp.LangSon}/")).Status.ShouldBe(HttpStatusCode.OK);

        (await program.RunAsync("tenants", "disable", PortalApp.LangSon)).ShouldSucceed();
        await BecomesAsync(portal, $"/{PortalApp.LangSon}/", HttpStatusCode.ServiceUnavailable);
        (await portal.Http.GetPageAsync($"/{PortalApp.VinhLong}/")).Status.ShouldBe(HttpStatusCode.OK);

        (await program.RunAsync("tenants", "enable", PortalApp.LangSon)).ShouldSucceed();
        await BecomesAsync(portal, $"/{PortalApp.LangSon}/", HttpStatusCode.OK);

        (await program.RunAsync("tenants", "create", "moi", "--prefix", "moi", "--recipe", "partner-unit", "--setup", "--site-name", "Trang mới")).ShouldSucceed();
        await BecomesAsync(portal, "/moi/", HttpStatusCode.OK);
        (await portal.StopAsync()).ShouldSucceed();
    }

    [Fact]
    public async Task A_second_server_of_the_same_address_says_so_and_the_first_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        await using var portal = await RunningProgram.StartAsync(program);

        (await program.RunAsync("--urls", portal.Address.GetLeftPart(UriPartial.Authority)))
            .ShouldBeRefused("The address is in use by another program: stop that one, or choose another address with --urls.");

        (await portal.Http.GetPageAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task BecomesAsync(RunningProgram portal, string path, HttpStatusCode status)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while ((await portal.Http.GetPageAsync(path)).Status != status)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }
}
