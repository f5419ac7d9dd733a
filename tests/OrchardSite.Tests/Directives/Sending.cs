using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Operations;
using OrchardSite.Directives.Delivery;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Directives;

/// <summary>The department's records clerk and leader, and who receives directives at two units.</summary>
internal sealed class Sending : IDisposable
{
    public const string LangSonUnit = "sctunitlangson000000000001";
    public const string VinhLongUnit = "sctunitvinhlong00000000002";
    public const string OfficeUnit = "sctunitvanphong00000000003";
    public const string FormerUnit = "sctunitxttmcu0000000000006";

    public const string Clerk = "Văn thư";
    public const string Contact = "Đầu mối tiếp nhận";
    public const string Leader = "Lãnh đạo";

    private readonly List<Colleague> _people = [];

    private Sending(PortalApp portal) => Portal = portal;

    public PortalApp Portal { get; }

    public Colleague Issuer { get; private set; } = null!;

    public Colleague Boss { get; private set; } = null!;

    public Colleague LangSon { get; private set; } = null!;

    public Colleague VinhLong { get; private set; } = null!;

    public static async Task<Sending> BeginAsync(PortalApp portal)
    {
        var sending = new Sending(portal);
        sending.Issuer = await sending.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Clerk);
        sending.Boss = await sending.HireAsync(PortalApp.Department, "Đào Văn Giám Đốc", Leader);
        sending.LangSon = await sending.HireAsync(PortalApp.LangSon, "Nông Thị Tiếp Nhận", Contact);
        sending.VinhLong = await sending.HireAsync(PortalApp.VinhLong, "Lê Văn Tiếp Nhận", Contact);
        return sending;
    }

    public async Task<Colleague> HireAsync(string tenant, string name, string role)
    {
        var person = await Portal.HireAsync(tenant, name, role);
        _people.Add(person);
        return person;
    }

    /// <summary>A directive for units, as the clerk sends it.</summary>
    public static JsonObject Directive(string? dueOn, params JsonObject[] recipients)
    {
        var directive = Samples.Directive();
        directive["Directive"]!["DueOn"] = new JsonObject { ["Value"] = dueOn };
        directive["Recipients"] = new JsonObject { ["ContentItems"] = new JsonArray([.. recipients]) };
        return directive;
    }

    public static JsonObject To(string role, params string[] units) => Line(role, new JsonObject { ["Units"] = new JsonObject { ["ContentItemIds"] = new JsonArray([.. units]) } });

    public static JsonObject ToGroup(string role, string group) => Line(role, new JsonObject { ["Group"] = Samples.Text(group) });

    /// <summary>Saves and publishes it as the clerk.</summary>
    public async Task<SavedContent> SendAsync(JsonObject directive, SavedContent? over = null)
    {
        var saved = await Issuer.WriteAsync(directive, over);
        var published = await Portal.PublishAsync(PortalApp.Department, saved, await Issuer.ActorAsync());
        return published.Succeeded ? saved : throw new InvalidOperationException(published.Refusals[0].Message);
    }

    public Task<DirectiveDelivery> DeliveryAsync(SavedContent directive, string unit) =>
        Portal.ReadAsync(PortalApp.Department, db => db.Set<DirectiveDelivery>().AsNoTracking().SingleAsync(row => row.ItemId == directive.ContentItemId && row.UnitId == unit));

    /// <summary>Presses a button of the delivery's page.</summary>
    public async Task<Page> MoveAsync(Colleague person, SavedContent directive, string unit, string move, params (string Name, string Value)[] words)
    {
        var delivery = await DeliveryAsync(directive, unit);
        return await person.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=Move", [("revision", $"{delivery.Revision}"), ("move", move), .. words]);
    }

    public async Task<Page> OpenAsync(Colleague person, SavedContent directive, string unit) =>
        await person.GetAsync($"Admin/Directives/Deliveries/{(await DeliveryAsync(directive, unit)).Id}");

    /// <summary>Puts a unit into the register of Lạng Sơn.</summary>
    public async Task<string> AddUnitAsync(string name, string? site = null, Action<JsonObject>? change = null)
    {
        var unit = new JsonObject { ["ContentType"] = "Unit" };
        unit.SetTitle(name);
        unit.Set("Unit", "Kind", new { Text = "Phong" }).Set("Unit", "Site", new { Text = site });
        change?.Invoke(unit);
        return (await Portal.AddAsync(PortalApp.LangSon, unit)).ContentItemId;
    }

    /// <summary>Puts a file with these bytes into the department's library.</summary>
    public async Task AddFileAsync(string path, byte[] content) => (await Portal.UploadAsync(path, content, PortalApp.Department)).Succeeded.ShouldBeTrue();

    public void Dispose() => _people.ForEach(person => person.Dispose());

    private static JsonObject Line(string role, JsonObject fields)
    {
        fields["Role"] = Samples.Text(role);
        return new JsonObject { ["ContentItemId"] = UniqueId.New(), ["ContentType"] = "DirectiveRecipient", ["DirectiveRecipient"] = fields };
    }
}
