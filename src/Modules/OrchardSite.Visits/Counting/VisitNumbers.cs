using System.Numerics;

namespace OrchardSite.Visits.Counting;

/// <param name="Views">How often pages were opened.</param>
/// <param name="Visits">How many visits began: a visit is whatever one reader opens without half an hour's pause on one day.</param>
public readonly record struct VisitNumbers(int Views, int Visits) : IAdditionOperators<VisitNumbers, VisitNumbers, VisitNumbers>
{
    public static VisitNumbers operator +(VisitNumbers left, VisitNumbers right) => new(left.Views + right.Views, left.Visits + right.Visits);
}
