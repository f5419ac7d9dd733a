namespace OrchardSite.Browser.Tests.Browsing;

/// <summary>What a reader looks at: a size, and whether it is touched.</summary>
public sealed record Screen(int Width, int Height, bool IsPhone = false)
{
    public static readonly Screen Phone = new(390, 844, IsPhone: true);

    public static readonly Screen Desktop = new(1366, 768);
}
