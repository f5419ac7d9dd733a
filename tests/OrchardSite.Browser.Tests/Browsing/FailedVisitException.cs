namespace OrchardSite.Browser.Tests.Browsing;

/// <summary>A test failed while it looked at a page.</summary>
/// <param name="picture">The file with what was to be seen.</param>
public sealed class FailedVisitException(Exception failure, string picture)
    : Exception($"{failure.Message}{Environment.NewLine}Screenshot: {picture}", failure);
