using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Web;

/// <summary>In what one instance of the portal differs from what its settings say: the choices of the command line and of tests.</summary>
public sealed class PortalOptions
{
    /// <summary>Null: what ORCHARDSITE_DATA says, else the folder <c>data</c> of the clone or beside the program.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Settings that go before all others, such as <c>urls</c> or <c>ConnectionStrings:Default</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Adds or replaces services after all modules have added theirs.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }
}
