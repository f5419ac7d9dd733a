namespace OrchardSite.Visits;

public static class VisitPermissions
{
    public static Permission ViewVisits { get; } = new("ViewVisits", "See how much the site is read");
}
